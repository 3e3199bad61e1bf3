param([string] $Name)
$start = Get-RegistryValue -Path "HKLM:\SYSTEM\CurrentControlSet\Services\$Name" -Name 'Start'
$service = Get-Service -Name $Name -ErrorAction SilentlyContinue
if ($null -eq $start -or $null -eq $service) { return New-Finding -Status Unknown -Reason 'unreadable' }
if ([string] $service.Status -eq 'Running') { return New-Finding -Status Ok }
# Who has switched it off, or starts it when needed, has a reason; the start type is a check of its own.
if ($start -ne 2) { return New-Finding -Status Ok -Reason 'not-automatic' }
# It is about to run, or about to end: the next look tells.
if ([string] $service.Status -ne 'Stopped') { return New-Finding -Status Unknown -Reason 'unreadable' }
New-Finding -Status Problem -Reason 'stopped'
