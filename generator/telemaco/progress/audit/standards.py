"""The checks of a program, in the order of its life.

The standards are those of EMCC Global for mentoring programs (International Standards for
Mentoring and Coaching Programmes, six) and those of MENTOR for programs with young people
(Elements of Effective Practice for Mentoring, 4th edition, 2015, six). The checks are ours: what a
file can show of a standard, and nothing more. What no file can show is left to people.
"""

from collections.abc import Callable
from typing import TypeAlias

from telemaco.messages import Message, msg
from telemaco.progress.audit import judges
from telemaco.progress.audit.judges import Facts
from telemaco.progress.audit.values import Mark, Topic

Line: TypeAlias = tuple[tuple[Topic, ...], Message, Callable[[Facts], Mark], Message]
"""The standards that a check belongs to, what it says, its judge, and the next step."""

LINES: tuple[Line, ...] = (
    (
        (Topic.PURPOSE, Topic.RECRUITMENT),
        msg("The program says what it wants to reach."),
        judges.has_objectives,
        msg("Write `objectives` into the program's file."),
    ),
    (
        (Topic.PURPOSE,),
        msg("Every objective says how one sees that it is reached, and how much is enough."),
        judges.says_what_is_enough,
        msg("Give every objective an `indicator` and a `target`."),
    ),
    (
        (Topic.PURPOSE,),
        msg("The goals of pairs serve the objectives."),
        judges.pairs_serve_objectives,
        msg("Name the `objective` in the goals of the pairs."),
    ),
    (
        (Topic.RECRUITMENT, Topic.ADMINISTRATION),
        msg("People know beforehand how much time it takes."),
        judges.says_how_much_time,
        msg(
            "Write under `cadence` in the program's file how often people meet, and for how many "
            "minutes."
        ),
    ),
    (
        (Topic.RECRUITMENT, Topic.ADMINISTRATION),
        msg("The days until which to apply, to be matched and to end are public."),
        judges.says_the_days,
        msg(
            "Write what is missing of `applications_close`, `match_by` and `end` under `dates` in "
            "the program's file."
        ),
    ),
    (
        (Topic.SELECTION, Topic.SCREENING),
        msg("Mentors and mentees agree to statements on what is expected of them."),
        judges.has_statements,
        msg("Write statements for both under `eligibility` in the program's file."),
    ),
    (
        (Topic.ETHICS, Topic.SCREENING),
        msg("Who mentors minors or vulnerable adults is screened as the law asks."),
        judges.for_people,
        msg("No file can show it: see the handbook on safeguarding."),
    ),
    (
        (Topic.PREPARATION, Topic.TRAINING),
        msg("A handbook tells mentors, mentees and coordinators what is theirs to do."),
        judges.has_handbook,
        msg("Write a handbook in `site/`, or use the one that comes along."),
    ),
    (
        (Topic.PREPARATION, Topic.TRAINING),
        msg("Mentors have been prepared."),
        judges.mentors_are_prepared,
        msg("Prepare the mentors, and note the day under `trained` in their files."),
    ),
    (
        (Topic.SELECTION, Topic.INITIATION),
        msg("How pairs were found can be worked out again by anybody."),
        judges.keeps_receipts,
        msg("Match with `telemaco match` and keep its receipt."),
    ),
    (
        (Topic.SELECTION, Topic.INITIATION),
        msg("Both sides agree before a pair begins."),
        judges.pairs_are_confirmed,
        msg("Ask every member, and note the day under `confirmed` in `pair.yaml`."),
    ),
    (
        (Topic.ETHICS, Topic.INITIATION),
        msg("Pairs have an agreement, and every member has accepted it."),
        judges.pairs_have_agreed,
        msg("Ask the pairs to accept their agreement."),
    ),
    (
        (Topic.SELECTION, Topic.CLOSURE),
        msg("A pair that does not work can end without blame, and its members find another."),
        judges.has_handbook,
        msg("Say so in the handbook."),
    ),
    (
        (Topic.REVIEW, Topic.SUPPORT),
        msg("Somebody notices when a pair does not meet."),
        judges.is_followed_up,
        msg("Write `style: formal` and a `cadence` into the program's file."),
    ),
    (
        (Topic.SUPPORT,),
        msg("There is a place where participants talk with each other."),
        judges.has_a_place_to_talk,
        msg("Name a `chat` in the program's file, or `channels` in `program/community.yaml`."),
    ),
    (
        (Topic.REVIEW,),
        msg("Participants are asked halfway and at the end how it goes."),
        judges.asks_how_it_goes,
        msg("Add surveys at `midpoint` and `end` under `evaluation` in the program's file."),
    ),
    (
        (Topic.REVIEW,),
        msg("It is said beforehand what counts as completed."),
        judges.says_what_completes,
        msg("Write `minimum_sessions` under `completion` in the program's file."),
    ),
    (
        (Topic.ETHICS,),
        msg("There are a code of conduct and an address for private matters."),
        judges.always,
        msg("Name both in `program/community.yaml`."),
    ),
    (
        (Topic.ETHICS, Topic.ADMINISTRATION),
        msg("Everybody chose what of them is public, and nothing else is."),
        judges.always,
        msg("Ask for everybody's consent."),
    ),
    (
        (Topic.ADMINISTRATION, Topic.SUPPORT),
        msg("There are two coordinators, so that one can stand in for the other."),
        judges.has_two_coordinators,
        msg("Name a second coordinator under `coordinators` in the program's file."),
    ),
    (
        (Topic.CLOSURE,),
        msg("Pairs close with a last look at what they did."),
        judges.pairs_have_closed,
        msg("Ask pairs that end for their closing words."),
    ),
    (
        (Topic.CLOSURE,),
        msg("Who completes the program is thanked for it."),
        judges.gives_thanks,
        msg(
            "Let people have a certificate: write `certificate: true` under `completion` in the "
            "program's file."
        ),
    ),
)
