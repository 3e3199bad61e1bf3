param($Windows)
# As on a 25H2 without any fault: CheckHealth says repairable, RestoreHealth ends with 0x800f0915, and all that is missing
# are reverse deltas of a version that nobody goes back to.
$Windows.ImageHealth = 'Repairable'
Set-Content -LiteralPath 'C:\Windows\Logs\CBS\CBS.log' -Value @(
    '2026-11-20 10:00:00, Info                  CBS    Checking System Update Readiness.'
    "2026-11-20 10:00:00, Info                  CBS    (p)`tCSI Payload Corrupt`t(n)`t`t`tamd64_userexperience-desktop_31bf3856ad364e35_10.0.26100.1591_none_c815e77f1a5104dd\r\CBS\InputApp.dll"
    '2026-11-20 10:00:00, Info                  CBS    Summary:'
    '2026-11-20 10:00:00, Info                  CBS    Operation: Detect and Repair '
    '2026-11-20 10:00:00, Info                  CBS    Operation result: 0x800f0915'
)
@{
    Reason   = 'only-spares'
    HResult  = @()
    Evidence = @{ Code = '0x800f0915'; State = 'Repairable' }
}
