from telemaco.render.named_commands import code_in_html, in_html, in_markdown


def test_a_command_between_backticks_is_marked_and_nothing_else() -> None:
    said = "Get <b> with `telemaco survey count`, not `rm`."

    assert in_html(said) == "Get &lt;b&gt; with <code>telemaco survey count</code>, not `rm`."
    assert in_markdown(said.replace("`", "\\`")) == (
        "Get <b> with `telemaco survey count`, not \\`rm\\`."
    )


def test_of_our_own_text_everything_between_backticks_is_code() -> None:
    assert code_in_html("Write `a: <b>` & go.") == "Write <code>a: &lt;b&gt;</code> &amp; go."
