"""What the answers of a member about their pair have in common."""

from telemaco.messages import Message
from telemaco.model.community import Community
from telemaco.records.layout import PairId, pair_path
from telemaco.submissions.answers import text_of
from telemaco.submissions.draft import Draft, Origin
from telemaco.submissions.membership import member_of, others, pair_named
from telemaco.submissions.values import Filled, Problem


def begun(filled: Filled, community: Community, title: Message) -> tuple[Draft, PairId] | Draft:
    """The draft that an answer begins with, and the pair that it names.

    The draft alone, with what is wrong, when the author belongs to no such pair.
    """
    author = member_of(filled, community)
    if isinstance(author, Problem):
        return Draft(title, problems=(author,))
    pair_id = pair_named(filled, community, author.id)
    if isinstance(pair_id, Problem):
        return Draft(title, author.id, problems=(pair_id,))
    draft = Draft(
        title,
        author.id,
        origins=(Origin(pair_path(pair_id), (), "pair"),),
        tell=others(community.pairs[pair_id], author.id),
        material=(str(pair_id), author.id, text_of(filled.answers, "answer")),
    )
    return draft, pair_id
