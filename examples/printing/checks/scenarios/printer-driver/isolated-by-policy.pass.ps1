param($Windows)
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\Printers'] = @{ PrintDriverIsolationExecutionPolicy = 1 }
@{ Reason = ''; HResult = @() }
