param($Windows, $With)
# Left by a program that switches updates off: everybody may look, nobody may start.
Add-SimulatedService -Windows $Windows -Name $With.Name
$Windows.Services[$With.Name].Security = 'D:(A;;CCLCSWLORC;;;SY)(A;;CCLCSWLORC;;;BA)S:(AU;FA;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;WD)'
@{
    Reason   = 'lost'
    HResult  = @()
    Evidence = @{
        AccessList = 'D:(A;;CCLCSWLORC;;;SY)(A;;CCLCSWLORC;;;BA)S:(AU;FA;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;WD)'
        Lost       = 'SY:RP', 'BA:RP'
    }
}
