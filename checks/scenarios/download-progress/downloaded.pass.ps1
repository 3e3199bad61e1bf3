param($Windows)
# The download ended; that its files are old is as it should be.
$event = @{
    Log      = 'Microsoft-Windows-WindowsUpdateClient/Operational'
    Provider = 'Microsoft-Windows-WindowsUpdateClient'
    Id       = 44
    Time     = [datetime]::UtcNow.AddHours(-2)
    Data     = @{ updateTitle = 'KB5062553'; updateGuid = '{1f1e}' }
}
$Windows.Events.Add($event)
$Windows.Events.Add(@{ Log = $event.Log; Provider = $event.Provider; Id = 41; Time = [datetime]::UtcNow.AddHours(-1); Data = $event.Data })
Get-ChildItem -LiteralPath 'C:\Windows\SoftwareDistribution\Download' -Recurse | ForEach-Object { $_.LastWriteTimeUtc = [datetime]::UtcNow.AddHours(-2) }
