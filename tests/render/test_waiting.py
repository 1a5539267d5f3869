from io import StringIO

from telemaco.render.waiting import waiting


def test_nothing_is_written_where_there_is_no_terminal() -> None:
    stream = StringIO()

    with waiting("Matching ...", stream):
        pass

    assert not stream.getvalue()
