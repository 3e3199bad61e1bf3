# Whoever set these policies decides how this PC gets its updates. They are read here and never written.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$server = Get-UpdateServer
if ($server.IsUsed) { New-GuardStop -Code 12 -Reason 'own-server' -Evidence @{ Server = $server.Address } }
if ((Get-RegistryValue -Path $policy -Name 'DisableWindowsUpdateAccess') -eq 1) {
    New-GuardStop -Code 12 -Reason 'access-disabled'
}
$sources = @('Feature', 'Quality', 'Driver', 'Other' | Where-Object {
        (Get-RegistryValue -Path $policy -Name "SetPolicyDrivenUpdateSourceFor${_}Updates") -eq 1
    })
if ($sources -and (Get-RegistryValue -Path "$policy\AU" -Name 'UseUpdateClassPolicySource') -eq 1) {
    New-GuardStop -Code 12 -Reason 'update-sources' -Evidence @{ Kinds = $sources -join ', ' }
}
# What was installed and waits for its restart would be stranded without the store that it came from.
$update = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate'
# The key Pending is always there: only a service inside it counts.
$services = @(Get-SubkeyName -Path "$update\Services\Pending")
if ($services -or (Test-Path -LiteralPath "$update\Auto Update\RebootRequired")) {
    New-GuardStop -Code 13 -Reason 'restart-required'
}
