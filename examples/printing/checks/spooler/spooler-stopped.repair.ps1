param([string] $Name)
Start-StoppedService -Name $Name
