# By the service that delivers it, or by the product that its title begins with, also inside a sentence.
function Test-StoreApp {
    param(
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Service,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Title
    )
    $stores = '855E8A7C-ECB4-4CA3-B045-1DFA50104289', '117CAB2D-82B1-4B5A-A08C-4D62DBEE7782'
    $Service.Trim('{}') -in $stores -or $Title -cmatch '^[0-9A-Z]{12}-|[\s:]9[0-9A-Z]{11}-'
}
