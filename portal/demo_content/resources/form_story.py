"""An imaginary story about a form; its document is in English only."""

from ..prose import sections

_EN = """
## An imaginary story

There is no Aberwennol, and it has no council. This is a story to discuss. As you read, look for the kind of
problem it is, and for the moment when it changes.

## Forty questions

Aberwennol’s council had a form for carers. It had forty questions, and it was sent to three hundred people.
Eleven came back. The council wrote to everybody again, in bold. Four more came back, two of them with a rude
drawing.

“They are hard to reach,” said the report.

## The biscuit tin

Kasia worked on the front desk of the library. She had seen the forms. People brought them in, looked at page
three, and used them as bookmarks. One wet Tuesday she put a biscuit tin on the desk with a slot in the lid, and
a card that said: what would make this week easier?

By Friday the tin was full. Somebody wanted the bus to wait. Somebody wanted to sleep. Nine people wanted the
same thing: to know one other person in the same boat.

## The second meeting

Kasia asked the nine to tea, and asked the man who wrote the form to come too, without it. He listened for an
hour. Then he said that nobody had ever told him any of this. “You never asked,” said a woman called Dot. “You
asked forty other things.”

They wrote a new form together that afternoon. It has three questions, and a person reads it out.

## Afterwards

The council still counts the forms. But it also counts phone calls between carers, because the carers decided
that this is what they would like more of.

## To discuss

- Which problem did the form think it was solving: simple, complicated or complex?
- Who was hard to reach, and for whom?
- What was the output here, what was the outcome, and who decided?
- What is the biscuit tin where you work?
"""

FORM_STORY = {
    "slug_cy": "y-ffurflen-na-lenwodd-neb",
    "slug_en": "the-form-nobody-filled-in",
    "title": {
        "cy": "Y ffurflen na lenwodd neb: stori i’w thrafod",
        "en": "The form nobody filled in: a story to discuss",
    },
    "summary": {
        "cy": "Stori ddychmygol am gyngor, deugain cwestiwn a thun bisgedi. Mae’n cael ei hadrodd yn Saesneg.",
        "en": "An imaginary story about a council, forty questions and a biscuit tin.",
    },
    "kind": "story",
    "principles": ["matters", "trust", "networks"],
    "spectrum": ["to", "with"],
    "problem_types": ["complicated", "complex"],
    "topics": ["measuring", "older-people", "families"],
    "region": "mid",
    "licence": "cc-by",
    "year": 2026,
    "members_only": False,
    "pdf": {"en": sections(_EN)},
}
