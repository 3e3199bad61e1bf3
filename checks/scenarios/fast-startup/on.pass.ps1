param($Windows)
# As Windows is installed.
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Power'] = @{ HiberbootEnabled = 1 }
@{ Reason = 'switched-on'; HResult = @(); Evidence = @{ HiberbootEnabled = 1 } }
