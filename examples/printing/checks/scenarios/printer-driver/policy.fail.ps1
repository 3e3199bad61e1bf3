param($Windows)
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\Printers'] = @{ PrintDriverIsolationExecutionPolicy = 0 }
@{ Reason = 'isolation-off'; HResult = @() }
