# A PC without the print client.
param($Windows)
