"""Where a survey is answered."""

from collections.abc import Mapping
from urllib.parse import quote

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.instruments import survey_in
from telemaco.records.program import Role
from telemaco.reminders.of_surveys import survey_asked
from telemaco.reminders.values import CheckInKey
from telemaco.render.check_ins.safe import Safe
from telemaco.render.check_ins.voice import Voice

_FORMS: Mapping[Role, Message] = {
    Role.MENTOR: msg("**[for mentors]{link}**"),
    Role.MENTEE: msg("**[for mentees]{link}**"),
    Role.PEER: msg("**[for peers]{link}**"),
    Role.FACILITATOR: msg("**[for facilitators]{link}**"),
}


def survey_forms(community: Community, key: CheckInKey, voice: Voice) -> str:
    """The form for each role, and that nobody is told who answered what, where it is so."""
    evaluation = survey_asked(community, key)
    survey = survey_in(community, evaluation.survey) if evaluation else None
    if evaluation is None or survey is None:
        return voice.say(msg("It is not asked any more."))
    links = [
        voice.say(Message(_FORMS[role].text, {"link": Safe(f"({_encoded(url)})")}))
        for role, url in evaluation.forms.items()
    ]
    forms = voice.say(msg("The form: {forms}.", forms=Safe(", ".join(links))))
    if survey.anonymity != "aggregate":
        return forms
    promise = voice.say(msg("Only counts are kept, and nobody sees here whether you answered."))
    return f"{forms} {promise}"


def _encoded(url: str) -> str:
    """The address with nothing in it that could end a link."""
    return quote(url, safe=":/?=&%+,;~.-_#")
