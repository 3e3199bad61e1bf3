param([string] $Name, [string] $Wanted)
New-Finding -Status Ok -Evidence @{ Service = $Name; Wanted = $Wanted }
