param($Windows)
# The download ended; that its files are old is as it should be.
$event = @{
    Provider = 'Microsoft-Windows-WindowsUpdateClient'
    Id       = 44
    Time     = [datetime]::UtcNow.AddHours(-2)
    Data     = @{ updateTitle = 'KB5062553'; updateGuid = '{1f1e2d3c-0000-4000-8000-000000000001}' }
}
$Windows.Events.Add($event)
$Windows.Events.Add(@{ Provider = $event.Provider; Id = 41; Time = [datetime]::UtcNow.AddHours(-1); Data = $event.Data })
Get-ChildItem -LiteralPath 'C:\Windows\SoftwareDistribution\Download' -Recurse | ForEach-Object { $_.LastWriteTimeUtc = [datetime]::UtcNow.AddHours(-2) }
@{ Reason = ''; HResult = @() }
