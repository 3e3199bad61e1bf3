param($Windows, $With)
Add-SimulatedService -Windows $Windows -Name $With.Name
$Windows.Services[$With.Name].Security = 'D:(XA;;FX;;;WD;(@User.Title=="PM"))(A;;RP;;;SY)'
@{ Reason = 'unreadable'; HResult = @() }
