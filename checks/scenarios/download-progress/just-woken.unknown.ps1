param($Windows)
# The PC slept for two hours in the middle of a download.
$event = @{
    Provider = 'Microsoft-Windows-WindowsUpdateClient'
    Id       = 44
    Time     = [datetime]::UtcNow.AddHours(-2)
    Data     = @{ updateTitle = 'KB5062553'; updateGuid = '{1f1e2d3c-0000-4000-8000-000000000001}' }
}
$Windows.Events.Add($event)
$Windows.Commands['Get-DeliveryOptimizationStatus'] = { [pscustomobject]@{ Status = 'Downloading'; FileSize = 900MB } }
Get-ChildItem -LiteralPath 'C:\Windows\SoftwareDistribution\Download' -Recurse | ForEach-Object { $_.LastWriteTimeUtc = [datetime]::UtcNow.AddHours(-2) }
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-Kernel-Power'; Id = 107; Time = [datetime]::UtcNow.AddMinutes(-5); Data = @{} })
@{ Reason = 'too-early'; HResult = @(); Evidence = @{ Bytes = 48; Minutes = 30 } }
