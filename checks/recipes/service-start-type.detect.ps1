param([string] $Name, [string] $Wanted, [string] $WantedOnServer)
# Windows moves these services between manual and automatic by itself, and starts and stops them by trigger. So
# only Disabled is a fault, and whether a service runs at this moment says nothing.
$key = "HKLM:\SYSTEM\CurrentControlSet\Services\$Name"
$kind = Get-RegistryValue -Path 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' -Name 'InstallationType'
$evidence = @{ Service = $Name; Start = $null; Expected = $Wanted }
if ($kind -ne 'Client' -and $WantedOnServer -ne 'same') { $evidence['Expected'] = $WantedOnServer }
if (-not (Test-Path -LiteralPath $key)) {
    return New-Finding -Status Problem -Reason 'missing' -Evidence $evidence
}
$evidence['Start'] = Get-RegistryValue -Path $key -Name 'Start'
if ($null -eq $evidence.Start) {
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}
if ($evidence.Start -eq 4) {
    return New-Finding -Status Problem -Reason 'disabled' -Evidence $evidence
}
New-Finding -Status Ok -Evidence $evidence
