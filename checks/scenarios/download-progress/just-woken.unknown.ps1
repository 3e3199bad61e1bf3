param($Windows)
# The PC slept for two hours in the middle of a download.
$event = @{
    Log      = 'Microsoft-Windows-WindowsUpdateClient/Operational'
    Provider = 'Microsoft-Windows-WindowsUpdateClient'
    Id       = 44
    Time     = [datetime]::UtcNow.AddHours(-2)
    Data     = @{ updateTitle = 'KB5062553'; updateGuid = '{1f1e}' }
}
$Windows.Events.Add($event)
Get-ChildItem -LiteralPath 'C:\Windows\SoftwareDistribution\Download' -Recurse | ForEach-Object { $_.LastWriteTimeUtc = [datetime]::UtcNow.AddHours(-2) }
$Windows.Events.Add(@{ Log = 'System'; Provider = 'Microsoft-Windows-Kernel-Power'; Id = 107; Time = [datetime]::UtcNow.AddMinutes(-5); Data = @{} })
