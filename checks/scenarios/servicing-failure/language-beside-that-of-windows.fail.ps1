param($Windows)
# Of two languages, only the one that was added can be removed, though the other stands last.
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Nls\Language'].InstallLanguage = '0411'
$day = [datetime]::UtcNow.ToString('yyyy-MM-dd')
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 3
        Time     = [datetime]::UtcNow.AddHours(-5)
        UserData = @{
            PackageIdentifier = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10'
            IntendedPackageState = '5112'; ErrorCode = '0x800f0982'; Client = 'UpdateAgentLCU'
        }
    })
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value @(
    "$day 12:39:00, Error                 CSI    00000011 (F) Component: amd64_microsoft-windows-printing3d.resources_31bf3856ad364e35_10.0.17763.1_zh-tw_0123456789abcdef missing [HRESULT = 0x800f0982 - PSFX_E_MATCHING_COMPONENT_NOT_FOUND]"
    "$day 12:40:00, Error                 CSI    00000012 (F) Component: amd64_microsoft-windows-printing3d.resources_31bf3856ad364e35_10.0.17763.1_ja-jp_0123456789abcdef missing [HRESULT = 0x800f0982 - PSFX_E_MATCHING_COMPONENT_NOT_FOUND]"
)
@{
    Reason   = 'language-pack'
    HResult  = '0x800F0982'
    Evidence = @{ Failures = 1; Language = 'zh-tw' }
}
