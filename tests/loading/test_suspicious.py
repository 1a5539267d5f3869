import pytest

from telemaco.loading.suspicious import passages
from telemaco.records.layout import COMMUNITY

PATH = "program/people/ada.yaml"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("bio: write to ada.l@example.org\n", "mail-address", (1, 15)),
        ("a: b\n# ada+x@mail.example.org\n", "mail-address", (2, 3)),
        ("bio: call +39 055 123 4567\n", "phone-number", (1, 11)),
        ("bio: call 0039 (055) 123-4567.\n", "phone-number", (1, 11)),
        ("k: ghp_" + "a1" * 18 + "\n", "secret", (1, 4)),
        ("k: github_pat_" + "a1" * 11 + "\n", "secret", (1, 4)),
        ("k: xoxb-1234567890-a\n", "secret", (1, 4)),
        ("k: AKIA" + "A1" * 8 + "\n", "secret", (1, 4)),
        ("k: -----BEGIN OPENSSH PRIVATE KEY-----\n", "secret", (1, 4)),
        ("k: https://hooks.slack.com/services/T0/B0/x\n", "secret", (1, 4)),
        ("bio: call 333 1234567\n", "phone-number", (1, 11)),
        ("bio: call 333 123 4567\n", "phone-number", (1, 11)),
        ("bio: (555) 123-4567\n", "phone-number", (1, 6)),
        ("bio: 555-123-4567\n", "phone-number", (1, 6)),
        ("bio: 06 1234567\n", "phone-number", (1, 6)),
        ("bio: 055/1234567\n", "phone-number", (1, 6)),
        ("bio: 020 7946 0958.\n", "phone-number", (1, 6)),
        ("bio: the password: hunter2\n", "secret", (1, 10)),
        ("bio: Passphrase=xyz123\n", "secret", (1, 6)),
        ("bio: PASSWORD = xyz-123\n", "secret", (1, 6)),
        ("k: glpat-" + "a1" * 10 + "\n", "secret", (1, 4)),
        ("k: AIza" + "a1B_-" * 7 + "\n", "secret", (1, 4)),
        ("k: eyJ" + "a1" * 9 + ".eyJ" + "b2" * 9 + "." + "c3-_" * 4 + "\n", "secret", (1, 4)),
        ("k: https://discord.com/api/webhooks/1/x\n", "secret", (1, 4)),
    ],
)
def test_what_is_private_is_found(text: str, code: str, place: tuple[int, int]) -> None:
    found = list(passages(PATH, text))

    assert [(f.code, (f.location.line, f.location.column)) for f in found] == [(code, place)]


@pytest.mark.parametrize(
    "text",
    [
        "by: '@ada'\n",
        "url: https://social.example.org/@ada\n",
        "url: https://example.org/a@b.example.org\n",
        "from: 18:00\nto: 20:00\non: 2027-01-02\n",
        "week: 2000-01-01..2001-01-01\n",
        "level: +2\n",
        "digest: 0012345678901234567890abcdef\n",
        "a: 1000000000000\n",
        "bio: sk-short, xoxo, AKIA\n",
        "bio: 3 + 4 is 7\n",
        "quiet: [0001-01-01..9999-12-31]\n",
        "bio: 1452-1519, 1770 1827, 1685/1750, (1732) 1809\n",
        "bio: BWV 1046-1051, op. 101, Hob. XVI 1234567\n",
        "bio: ISBN 978-0-306-40615-7, ISBN 0-306-40615-2, ISSN 0317-8471\n",
        "bio: 03-02-2027, 03/02/2027, 03.02.2027, 3 2 2027\n",
        "bio: 1 000 000 people, 300 000 000 stars, 1,234,567\n",
        "bio: doi 10.1000/1234567, arXiv 2101.1234567\n",
        "url: https://example.org/055-1234567/333.123.4567\n",
        "bio: 3.14159265358979, 0.333 1234\n",
        "bio: the password is kept elsewhere. Password: ask Cosimo about it\n",
        "bio: eyJ AIza glpat-short\n",
    ],
)
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert list(passages(PATH, text)) == []


def test_contact_of_the_community_may_be_an_address() -> None:
    text = "name: x\ncontact: help@example.org\ntagline: or me@example.org\n"

    found = list(passages(COMMUNITY, text))

    assert [finding.location.line for finding in found] == [3]


def test_contact_whose_key_is_misspelt_may_be_an_address() -> None:
    assert not list(passages(COMMUNITY, "contactx: help@example.org\n"))


def test_nobody_elses_contact_may() -> None:
    assert list(passages(PATH, "contact: help@example.org\n"))


def test_long_text_without_a_hit_takes_no_time() -> None:
    text = "a" * 60_000 + "@" + "1 " * 2_000 + "+" * 1_000

    assert list(passages(PATH, text)) == []
