param($Windows)
# As Microsoft describes it: an update is rolled back at 35 percent, and servicing notes why.
$day = [datetime]::UtcNow.ToString('yyyy-MM-dd')
$Windows.Events.Add(@{
    Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
    Data = @{ updateTitle = '2026-05 Cumulative Update for Windows 11, version 25H2 (KB5089549)'; errorCode = '0x800f0922'; serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}' }
})
$Windows.Cim['MSFT_Volume'][0].SizeRemaining = [uint64] 4MB
Set-Content -LiteralPath 'C:\Windows\Logs\CBS\CBS.log' -Value @(
    "$day 10:00:00, Info                  CBS    SpaceCheck: Insufficient free space"
    "$day 10:00:00, Info                  CBS    ServicingBootFiles failed. Error = 0x70"
    "$day 10:00:00, Info                  CBS    SpaceCheck: 61 MB used by third-party/OEM files outside of Microsoft boot directories")
@{
    Reason   = 'boot-full'
    HResult  = '0x800F0922'
    Evidence = @{ BootFree = 4; BootSize = 200; Needed = 250; RecoveryFree = 270; RecoverySize = 750 }
}
