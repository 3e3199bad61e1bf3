param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Print\Monitors\Old Monitor'] = @{ Driver = 'oldmon.dll' }
@{ Reason = 'missing'; HResult = @(); Evidence = @{ Monitors = 'Old Monitor (oldmon.dll)' } }
