"""Three techniques from the training: round robin, chat-checker, pyramid of relevance."""

from ..prose import blocks

_CY = """
Mae’r ffordd rydyn ni’n siarad yn dangos pwy sydd â’r pŵer. Dyma dair techneg o hyfforddiant y Rhwydwaith. Mae’r
hyfforddiant yn eu henwi; ymarfer hwyluso cyffredin yw’r camau isod. Newidiwch nhw i siwtio eich grŵp.

## Rownd Robin

Mae pawb yn siarad yn ei dro, a neb yn torri ar draws. Mae’n ffordd dda o ddechrau, achos bod llais pawb yn yr
ystafell o fewn munudau.

- Gofynnwch un cwestiwn, a rhowch eiliad i bawb feddwl.
- Ewch o gwmpas y cylch. Mae pawb yn cael yr un faint o amser.
- Gwrandewch. Peidiwch ag ateb na holi nes bod pawb wedi siarad.
- Mae hawl gan bawb i ddweud “pasio”, a dod yn ôl wedyn.

Yn yr hyfforddiant, mae’r rownd gyntaf yn gofyn: ble rydych chi arni gyda chydgynhyrchu ar hyn o bryd? Mae’r ail
yn gofyn: beth wnaeth i chi wenu yn ystod yr wythnos ddiwethaf?

## Gwiriwr y sgwrs

Pan fydd grŵp yn sgwrsio’n rhydd, mae un person yn gofalu am y sgwrs. Rôl yw hon, nid swydd: newidiwch hi bob
tro.

- Cadwch olwg ar bwy sydd heb siarad, a gwnewch le iddyn nhw.
- Ar-lein, darllenwch yn uchel yr hyn y mae pobl yn ei deipio.
- Nodwch y prif bwyntiau yng ngeiriau pobl eu hunain.
- Cyn gorffen, holwch y grŵp: ydw i wedi deall yn iawn?

## Pyramid perthnasedd

Un neges sydd gan y pyramid: dechreuwch o ble mae pobl. Yr hyn sy’n bwysig iddyn nhw heddiw yw’r gwaelod, a
rhaid i bopeth arall sefyll arno.

- Gofynnwch beth sy’n bwysig i bobl nawr, cyn sôn am eich cynllun chi.
- Gwnewch rywbeth am hynny’n gyntaf.
- Adeiladwch ar yr ymddiriedaeth sy’n tyfu, ac ewch yn uwch gyda’ch gilydd.

Wedyn crëwch yr amodau: amser, lle, croeso a rhyddid i roi cynnig ar bethau.
"""

_EN = """
The way we talk shows who has the power. Here are three techniques from the Network’s training. The training
names them; the steps below are common facilitation practice. Change them to suit your group.

## Round robin

Everybody speaks in turn, and nobody interrupts. It is a good way to start, because every voice is in the room
within minutes.

- Ask one question, and give everybody a moment to think.
- Go round the circle. Everybody gets the same amount of time.
- Listen. Do not answer or ask until everybody has spoken.
- Anybody may say “pass”, and come back later.

In the training, the first round asks: where are you at with co-production right now? The second asks: what made
you smile in the past week?

## Chat-checker

When a group talks freely, one person looks after the conversation. It is a role, not a job: change it every
time.

- Keep an eye on who has not spoken, and make room for them.
- Online, read out what people are typing.
- Note the main points in people’s own words.
- Before you end, ask the group: have I understood?

## Pyramid of relevance

The pyramid has one message: start from where the people are. What matters to them today is the base, and
everything else has to stand on it.

- Ask what matters to people now, before you mention your own plan.
- Do something about that first.
- Build on the trust that grows, and go higher together.

Then create the conditions: time, a place, a welcome and the freedom to try things.
"""

TECHNIQUES = {
    "slug_cy": "technegau",
    "slug_en": "techniques",
    "menu": False,
    "title": {"cy": "Technegau ar gyfer sgyrsiau cyfartal", "en": "Techniques for equal conversations"},
    "summary": {
        "cy": "Rownd Robin, gwiriwr y sgwrs a phyramid perthnasedd: tair ffordd o rannu’r llawr.",
        "en": "Round robin, chat-checker and pyramid of relevance: three ways to share the floor.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
}
