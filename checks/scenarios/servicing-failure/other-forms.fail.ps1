param($Windows)
# HR=, hr: and an error of Win32 alone, in a log with milliseconds.
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
    "$day 10:00:00.123, Error                 CSI    00000c69 (F) Logged @: [l:70]'RegisterTask failed. HR=0x80070005.'"
    "$day 10:00:00.456, Info                  CBS    Exec: Processing complete.  Session: 1, Package: P, hr: 0x800f0831"
    "$day 10:00:00.789, Info                  CBS    ServicingBootFiles failed. Error = 0x70"
)
@{
    Reason   = 'failed'
    HResult  = '0x800F0922', '0x80070070', '0x800F0831', '0x80070005'
    Evidence = @{
        Failures = 1
        Packages = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10 (0x800f0922)'
    }
}
