param($Windows)
# Codes in the log of servicing are everyday business.
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value @(
    '2026-11-22 10:00:00, Info                  CBS    Read out cached [HRESULT = 0x800f0805 - CBS_E_INVALID_PACKAGE]'
    '2026-11-22 10:00:01, Error                 CBS    Failed to hydrate [HRESULT = 0x800f0984 - PSFX_E_MATCHING_BINARY_MISSING]'
)
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }
