param($Windows)
# A tool took a component out of the store (github.com/zoicware/RemoveWindowsAI/issues/77).
$day = [datetime]::UtcNow.ToString('yyyy-MM-dd')
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'; Id = 3; Time = [datetime]::UtcNow.AddHours(-5)
        UserData = @{ PackageIdentifier = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8246.1.23'; IntendedPackageState = '5112'; ErrorCode = '0x80004005' }
    })
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value @(
    "$day 12:40:00, Error                 CSI    000006d2 (F) Component marked deleted and is no longer available for: [l:77 ml:140]'amd64_microsoft-copilot_31bf3856ad364e35_10.0.26100.712_none_70c07f1218639276'[gle=0x80004005]"
    "$day 12:40:00, Error                 CSI    000006d3 (F) STATUS_NOT_SUPPORTED #11758084# from CFileInstaller::DoComponentOperation(...)[gle=0xd00000bb]"
)
@{
    Reason   = 'component-missing'
    Evidence = @{ Address = ''; Package = 'amd64_microsoft-copilot_31bf3856ad364e35_10.0.26100.712_none_70c07f1218639276' }
}
