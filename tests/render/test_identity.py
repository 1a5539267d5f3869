from telemaco.render.identity import lasting_id
from tests.fakes import SETTINGS, community


def _id(settings: str = "", name: str = "pairs/a") -> str:
    return lasting_id(community({"program/community.yaml": SETTINGS + settings}), name)


def test_an_id_is_the_same_every_time_and_tells_nothing() -> None:
    assert _id() == _id()
    assert len(_id()) == len(_id(name="pairs/verrocchio-leonardo")) == 32


def test_other_things_communities_and_keys_have_other_ids() -> None:
    assert (
        len(
            {
                _id(),
                _id(name="pairs/b"),
                _id("url: https://w.example.org\n"),
                _id("privacy: {repository: private, address_key: gold-leaf-and-size}\n"),
            }
        )
        == 4
    )
