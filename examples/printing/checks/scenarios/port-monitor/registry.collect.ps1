param($Windows)
# A name with "/" is a path to the commands of PowerShell: what such a key holds cannot be read, and the others can.
@{ Files = @{ 'HKLM-SYSTEM-CurrentControlSet-Control-Print-Monitors.txt' = '*(not read)*String Driver = localspl.dll*' } }
