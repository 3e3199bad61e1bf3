param($Windows)
# CSI gives its codes as errors of Win32 and in brackets.
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
    "$day 12:40:00, Error                 CSI    00000003 (F) HRESULT_FROM_WIN32(14098) #21123# from Windows::ServicingAPI::CCSITransaction_IRtlTransaction::Commit()[gle=0x80073712]"
    "$day 12:40:00, Error                 CSI    00000004 (F) Logged @: [l:50 ml:51]'InstallTaskOnline: RegisterTask failed 0x80070002'"
)
@{
    Reason   = 'failed'
    HResult  = '0x800F0922', '0x80070002', '0x80073712'
    Evidence = @{
        Failures = 1
        Packages = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10 (0x800f0922)'
    }
}
