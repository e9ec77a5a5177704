"""Eight made-up organisations. Each says in its own name that it is an example."""

ORGANISATIONS = [
    {
        "slug": "cwm-helyg",
        "name": {
            "cy": "Tyfu Gyda’n Gilydd, Cwm Helyg (enghraifft)",
            "en": "Growing Together, Helyg Valley (example)",
        },
        "region": "valleys",
        "email_domain": "cwmhelyg.example.org",
        "about": {
            "cy": "Gardd gymunedol a chegin, lle mae pawb yn dysgu gan ei gilydd.",
            "en": "A community garden and kitchen where everybody learns from each other.",
        },
    },
    {
        "slug": "gofal-ochr-yn-ochr",
        "name": {"cy": "Gofal Ochr yn Ochr (enghraifft)", "en": "Care Side by Side (example)"},
        "region": "west",
        "email_domain": "ochrynochr.example.org",
        "about": {
            "cy": "Gofalwyr a gweithwyr yn cynllunio seibiant gyda’i gilydd.",
            "en": "Carers and workers who plan breaks together.",
        },
    },
    {
        "slug": "cyngor-aberwennol",
        "name": {
            "cy": "Cyngor Sir Aberwennol (enghraifft)",
            "en": "Aberwennol County Council (example)",
        },
        "region": "mid",
        "email_domain": "aberwennol.example.com",
        "about": {
            "cy": "Cyngor dychmygol sy’n dysgu gwneud llai dros bobl a mwy gyda nhw.",
            "en": "An imaginary council that is learning to do less for people and more with them.",
        },
    },
    {
        "slug": "iechyd-glannaur-wawr",
        "name": {
            "cy": "Bwrdd Iechyd Glannau’r Wawr (enghraifft)",
            "en": "Glannau’r Wawr Health Board (example)",
        },
        "region": "north",
        "email_domain": "glannaurwawr.example.com",
        "about": {
            "cy": "Cleifion a staff yn holi beth sy’n bwysig cyn holi beth sy’n bod.",
            "en": "Patients and staff who ask what matters before they ask what is the matter.",
        },
    },
    {
        "slug": "tai-craig-y-gog",
        "name": {
            "cy": "Cymdeithas Tai Craig y Gog (enghraifft)",
            "en": "Craig y Gog Housing Association (example)",
        },
        "region": "south-east",
        "email_domain": "craigygog.example.org",
        "about": {
            "cy": "Tenantiaid a staff yn ysgrifennu’r rheolau ochr yn ochr.",
            "en": "Tenants and staff who write the rules side by side.",
        },
    },
    {
        "slug": "lleisiau-ifanc-llanwennol",
        "name": {
            "cy": "Lleisiau Ifanc Llanwennol (enghraifft)",
            "en": "Llanwennol Young Voices (example)",
        },
        "region": "north",
        "email_domain": "lleisiauifanc.example.org",
        "about": {
            "cy": "Pobl ifanc rhwng 14 a 25 oed sy’n dewis beth i’w newid yn eu tref.",
            "en": "People aged 14 to 25 who choose what to change in their town.",
        },
    },
    {
        "slug": "prifysgol-y-bryniau",
        "name": {
            "cy": "Prifysgol y Bryniau Gleision (enghraifft)",
            "en": "Blue Hills University (example)",
        },
        "region": "cardiff",
        "email_domain": "bryniaugleision.example.com",
        "about": {
            "cy": "Ymchwilwyr sy’n gofyn eu cwestiynau gyda phobl, nid amdanyn nhw.",
            "en": "Researchers who ask their questions with people, not about them.",
        },
    },
    {
        "slug": "caffi-trwsio-tregelyn",
        "name": {
            "cy": "Caffi Trwsio Tregelyn (enghraifft)",
            "en": "Tregelyn Repair Café (example)",
        },
        "region": "cardiff",
        "email_domain": "trwsio.example.org",
        "about": {
            "cy": "Cymdogion sy’n trwsio tegellau, beiciau a thipyn o bopeth arall.",
            "en": "Neighbours who mend kettles, bicycles and a bit of everything else.",
        },
    },
]
