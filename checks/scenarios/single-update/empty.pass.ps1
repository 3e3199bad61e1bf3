param($Windows)
# A store that was made anew: asking for no entries would be an error.
Add-SimulatedHistory -Windows $Windows
