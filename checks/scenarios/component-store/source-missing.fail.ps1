param($Windows)
# Another code: media of the same version may have what RestoreHealth did not find.
$Windows.ImageHealth = 'Repairable'
Set-Content -LiteralPath 'C:\Windows\Logs\CBS\CBS.log' -Value @(
    '2026-11-20 10:00:00, Info                  CBS    Checking System Update Readiness.'
    "2026-11-20 10:00:00, Info                  CBS    (p)`tCSI Payload Corrupt`t(n)`t`t`tamd64_microsoft-windows-codeintegrity_31bf3856ad364e35_10.0.26100.1591_none_3c37ec64b4c6bb8a\r\ci.dll"
    '2026-11-20 10:00:00, Info                  CBS    Summary:'
    '2026-11-20 10:00:00, Info                  CBS    Operation: Detect and Repair '
    '2026-11-20 10:00:00, Info                  CBS    Operation result: 0x800f081f'
)
$Windows.Tools['dism.exe'] = {
    param($Arguments, $Windows)
    if ($Arguments -contains '/RestoreHealth') { $Windows.ImageHealth = 'Healthy' }
    @{ ExitCode = 0 }
}
@{
    Reason   = 'store-unmended'
    HResult  = '0x800F081F'
    Evidence = @{ Code = '0x800f081f'; State = 'Repairable' }
}
