param($Windows)
$Windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Windows'].LegacyDefaultPrinterMode = 'on'
@{ Reason = 'unknown-mode'; HResult = @(); Evidence = @{ Mode = 'on' } }
