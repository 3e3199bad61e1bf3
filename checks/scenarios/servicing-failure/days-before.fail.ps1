param($Windows)
# What the log holds of another week belongs to no failure of today.
$november = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10'
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'; Id = 3; Time = [datetime]::UtcNow.AddHours(-5)
        UserData = @{ PackageIdentifier = $november; IntendedPackageState = '5112'; ErrorCode = '0x800f0922'; Client = 'UpdateAgentLCU' }
    })
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
$time = [datetime]::UtcNow.AddDays(-6).ToLocalTime().ToString('s').Replace('T', ' ')
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value (
    "$time, Error      [0x018003] CSI    00000c71 (F) Failed execution of queue item Installer: Task Scheduler ({x}) with HRESULT HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND).  Failure will not be ignored")
@{
    Reason   = 'failed'
    HResult  = '0x800F0922'
    Evidence = @{ Failures = 1; Installer = '' }
}
