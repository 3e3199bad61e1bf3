param($Windows)
# A driver, by the result that is recorded for it.
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
    "$day 10:00:00, Info                  CBS    Doqe: Recording result: 0x8007000d, for Inf: mshdc.inf"
    "$day 10:00:00, Info                  CBS    Doqe: Recording result: 0x00000000, for Inf: usb.inf"
)
@{
    Reason   = 'installer-failed'
    HResult  = '0x800F0922'
    Evidence = @{
        Failures  = 1
        Installer = 'mshdc.inf'
        Packages  = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10 (0x800f0922)'
    }
}
