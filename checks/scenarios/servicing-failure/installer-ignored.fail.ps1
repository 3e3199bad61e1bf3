param($Windows)
# The failure of an installer that servicing ignores is not the cause.
$day = [datetime]::UtcNow.ToString('yyyy-MM-dd')
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 3
        Time     = [datetime]::UtcNow.AddHours(-5)
        UserData = @{
            PackageIdentifier = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10'
            IntendedPackageState = '5112'; ErrorCode = '0x800f0922'; Client = 'UpdateAgentLCU'
        }
    })
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value @(
    "$day 10:00:00, Error      [0x018007] CSI    00000c71 (F) Failed execution of queue item Installer: Task Scheduler ({00000000-0000-0000-0000-000000000002}) with HRESULT HRESULT_FROM_WIN32(1450).  Failure will be ignored: The failure was encountered during rollback"
)
@{
    Reason   = 'failed'
    HResult  = '0x800F0922'
    Evidence = @{
        Failures = 1
        Packages = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10 (0x800f0922)'
    }
}
