# Healthy, Repairable or NonRepairable, as servicing has noted. CheckHealth changes nothing.
function Get-ImageHealth {
    $parameter = @{ Online = $true; CheckHealth = $true; ErrorAction = 'Stop' }
    $image = Invoke-WithLimit -Command 'Repair-WindowsImage' -Parameter $parameter -TimeoutSeconds 180
    [string] $image.ImageHealthState
}
