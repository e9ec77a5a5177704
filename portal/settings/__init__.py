"""Settings: base from the environment, then one thin module per place the portal runs."""
