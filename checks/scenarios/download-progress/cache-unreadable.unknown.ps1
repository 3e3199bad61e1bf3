param($Windows)
# The download seems to stand still, but its folder may not be looked into.
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 44
        Time     = [datetime]::UtcNow.AddHours(-3)
        Data     = @{ updateTitle = '2026-11 Cumulative Update (KB5099999)'; updateGuid = '{1f1e2d3c-0000-4000-8000-000000000001}' }
    })
$Windows.Commands['Get-DeliveryOptimizationStatus'] = { [pscustomobject]@{ Status = 'Downloading'; FileSize = 900MB } }
$Windows.Commands['Get-ChildItem'] = {
    [CmdletBinding()]
    param([string[]] $LiteralPath, [switch] $Recurse, [switch] $Force)
    $null = $LiteralPath, $Recurse, $Force
    Write-Error -Exception ([UnauthorizedAccessException]::new('Zugriff verweigert'))
}
@{ Reason = 'cache-unreadable'; HResult = @() }
