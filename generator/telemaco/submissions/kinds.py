"""Which form asks for what."""

from collections.abc import Callable, Mapping
from datetime import date

from telemaco.forms.agreeing import ACCEPT
from telemaco.forms.asking import ASK, FEEDBACK
from telemaco.forms.joining import MENTEE, MENTOR, PEER
from telemaco.forms.meeting import NOTE
from telemaco.forms.pairing import CONFIRM, PROPOSE
from telemaco.forms.staying import LEAVE, UPDATE
from telemaco.model.community import Community
from telemaco.submissions.agreeing import agree
from telemaco.submissions.answering import answer
from telemaco.submissions.asking import ask
from telemaco.submissions.confirming import confirm
from telemaco.submissions.draft import Draft
from telemaco.submissions.joining import join
from telemaco.submissions.leaving import leave
from telemaco.submissions.noting import note
from telemaco.submissions.proposing import propose
from telemaco.submissions.updating import update
from telemaco.submissions.values import Filled

DRAFTS: Mapping[str, Callable[[Filled, Community, date], Draft]] = {
    MENTOR: join,
    MENTEE: join,
    PEER: join,
    NOTE: note,
    PROPOSE: propose,
    CONFIRM: confirm,
    ACCEPT: agree,
    UPDATE: update,
    FEEDBACK: answer,
    LEAVE: leave,
    ASK: ask,
}
"""By the label of the form's issues, which all forms of a kind share: what makes a draft of it."""
