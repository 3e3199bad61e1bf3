param([string] $Name, [string] $Wanted)
Set-ServiceStartType -Name $Name -StartType $Wanted
