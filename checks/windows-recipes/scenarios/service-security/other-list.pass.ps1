param($Windows, $With)
# An organisation took the right to start away from ordinary users, and audits the service: not ours to judge.
Add-SimulatedService -Windows $Windows -Name $With.Name
$Windows.Services[$With.Name].Security = 'D:P(D;;DT;;;BG)(A;;CCLCSWRPWPDTLOCRRC;;;SY)(A;;GA;;;BA)S:(AU;FA;CCDC;;;WD)'
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{
        AccessList = 'D:P(D;;DT;;;BG)(A;;CCLCSWRPWPDTLOCRRC;;;SY)(A;;GA;;;BA)S:(AU;FA;CCDC;;;WD)'
    }
}
