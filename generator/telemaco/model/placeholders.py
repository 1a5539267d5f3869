"""What `telemaco new` writes only so that something is there: texts for a community to replace."""

NEW_CONTACT = "mentoring@example.org"
"""An address at which nobody reads."""

PLACEHOLDERS = frozenset(
    {
        NEW_CONTACT,
        *("Our mentoring community", "La nostra comunità di mentoring"),
        *("People who learn from one another", "Persone che imparano le une dalle altre"),
        *("The coordinator", "Chi coordina"),
        *("Our first program", "Il nostro primo programma"),
        "Half a year in which a mentor helps a mentee towards a goal.",
        "Sei mesi in cui un mentor aiuta un mentee verso un obiettivo.",
        "Whoever looks for somebody to talk to finds a mentor here.",
        "Chi cerca qualcuno con cui parlare qui trova un mentor.",
        "Every mentee gets closer to the goal they chose.",
        "Ogni mentee si avvicina all'obiettivo che ha scelto.",
    }
)
"""In every language of the catalogs; a test compares them with what is written."""
