param($Windows)
# A driver, as Microsoft's page on 0x80070002 shows it.
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
    "$day 10:00:00, Info                  CBS    INSTALL index: 54, phase: 2, result 0, inf: fine.inf"
    "$day 10:00:00, Info                  CBS    INSTALL index: 55, phase: 2, result 2, inf: flpydisk.inf"
    "$day 10:00:00, Info                  CBS    Doqe: Failed installing driver updates [HRESULT = 0x80070002 - ERROR_FILE_NOT_FOUND]"
)
@{
    Reason   = 'installer-failed'
    HResult  = '0x800F0922', '0x80070002'
    Evidence = @{
        Failures  = 1
        Installer = 'flpydisk.inf'
        Packages  = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10 (0x800f0922)'
    }
}
