param([string] $Name, [string] $Wanted)
$type = Get-RegistryValue -Path "HKLM:\SYSTEM\$Name" -Name $Wanted
if ($type) { New-Finding -Status 'Ok' } else { New-Finding -Status 'Problem' -Reason 'disabled' }
