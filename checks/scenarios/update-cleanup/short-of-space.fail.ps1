param($Windows)
# Two replaced updates take up space that is needed. DISM speaks Japanese here.
$Windows.Cim.Win32_LogicalDisk[0].FreeSpace = 4GB
$packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
foreach ($build in '26100.4202.1.11', '26100.4351.1.14') {
    $Windows.Registry["$packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~$build"] = @{ CurrentState = 80 }
}
$Windows.Tools['dism.exe'] = {
    param($Arguments, $Windows)
    if ($Arguments -contains '/ResetBase') { throw 'never' }
    if ($Arguments -contains '/StartComponentCleanup') {
        $names = @($Windows.Registry.Keys | Where-Object { $_ -like '*\Package_for_RollupFix~*' })
        foreach ($name in $names) { $Windows.Registry.Remove($name) }
    }
    @{ Lines = @("\u64CD\u4F5C\u306F\u6B63\u5E38\u306B\u5B8C\u4E86\u3057\u307E\u3057\u305F") }
}
@{ Reason = 'reclaimable'; HResult = @(); Evidence = @{ FreeGigabytes = 4; Superseded = 2 } }
