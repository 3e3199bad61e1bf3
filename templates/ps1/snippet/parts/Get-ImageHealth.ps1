function Get-ImageHealth { [string] (Repair-WindowsImage -Online -CheckHealth).ImageHealthState }
