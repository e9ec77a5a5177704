"""The people a developer signs in as, one for each role. They are as made up as the members."""

SIGN_INS = [
    {
        "role": "admin",
        "name": "Gweinyddwr Enghreifftiol",
        "email": "admin@example.org",
        "language": "both",
        "region": "all",
    },
    {
        "role": "editor",
        "name": "Golygydd Enghreifftiol",
        "email": "golygydd@example.org",
        "language": "cy",
        "region": "all",
    },
    {
        "role": "event_officer",
        "name": "Example Event Officer",
        "email": "events@example.org",
        "language": "en",
        "region": "all",
    },
    {
        "role": "membership_officer",
        "name": "Swyddog Aelodaeth Enghreifftiol",
        "email": "aelodaeth@example.org",
        "language": "cy",
        "region": "all",
    },
    {
        "role": "newsletter_officer",
        "name": "Example Newsletter Officer",
        "email": "newsletter@example.org",
        "language": "en",
        "region": "all",
    },
    # Also the first of MEMBERS, so that signing in shows a profile with something in it.
    {
        "role": "member",
        "name": "Heulwen Onnen",
        "email": "heulwen.onnen@example.org",
        "language": "cy",
        "region": "north",
    },
]
