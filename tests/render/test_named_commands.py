from telemaco.render.named_commands import in_html, in_markdown


def test_a_command_between_backticks_is_marked_and_nothing_else() -> None:
    said = "Get <b> with `telemaco survey count`, not `rm`."

    assert in_html(said) == "Get &lt;b&gt; with <code>telemaco survey count</code>, not `rm`."
    assert in_markdown(said.replace("`", "\\`")) == (
        "Get <b> with `telemaco survey count`, not \\`rm\\`."
    )
