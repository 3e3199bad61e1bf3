param($Windows)
# What is missing stands on a line that is no error.
$day = [datetime]::UtcNow.ToString('yyyy-MM-dd')
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 3
        Time     = [datetime]::UtcNow.AddHours(-5)
        UserData = @{
            PackageIdentifier = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10'
            IntendedPackageState = '5112'; ErrorCode = '0x800f0831'; Client = 'UpdateAgentLCU'
        }
    })
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value @(
    "$day 12:40:00, Info                  CBS    Failed to pin deployment while resolving Update: Microsoft-Windows-DhcpServerRole-Package~31bf3856ad364e35~amd64~~10.0.20348.2227.DHCPServer from file: (null) [HRESULT = 0x80073701 - ERROR_SXS_ASSEMBLY_MISSING]"
    "$day 12:40:00, Info                  CBS    Failed to execute execution chain. [HRESULT = 0x80073701 - ERROR_SXS_ASSEMBLY_MISSING]"
)
@{
    Reason   = 'component-missing'
    HResult  = '0x800F0831', '0x80073701'
    Evidence = @{
        Failures = 1
        Package  = 'Microsoft-Windows-DhcpServerRole-Package~31bf3856ad364e35~amd64~~10.0.20348.2227.DHCPServer'
        Packages = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10 (0x800f0831)'
    }
}
