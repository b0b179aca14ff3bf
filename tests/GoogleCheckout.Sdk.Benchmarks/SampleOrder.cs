using System.Text;

namespace GoogleCheckout.Benchmarks;

/// <summary>A new order of 3.3 KB as the service sent them: two items, private data, coupon, shipping, indented with tabs.</summary>
internal static class SampleOrder
{
    public static byte[] Document { get; } = Encoding.UTF8.GetBytes("""
        <?xml version="1.0" encoding="UTF-8"?>
        <new-order-notification xmlns="http://checkout.google.com/schema/2"
        	serial-number="100000000000001-00001-7">
        	<google-order-number>100000000000001</google-order-number>
        	<buyer-shipping-address>
        		<contact-name>Ada Example</contact-name>
        		<email>ada@shop.example</email>
        		<address1>1 First Street</address1>
        		<address2></address2>
        		<phone>555-0100</phone>
        		<fax></fax>
        		<company-name>Example Analytical Engines</company-name>
        		<city>Springfield</city>
        		<region>CA</region>
        		<postal-code>94000</postal-code>
        		<country-code>US</country-code>
        	</buyer-shipping-address>
        	<buyer-billing-address>
        		<contact-name>Ada Example</contact-name>
        		<email>ada@shop.example</email>
        		<company-name>Example Analytical Engines</company-name>
        		<address1>1 First Street</address1>
        		<address2>Back entrance, ring twice</address2>
        		<phone>555-0100</phone>
        		<fax></fax>
        		<city>Springfield</city>
        		<region>CA</region>
        		<postal-code>94000</postal-code>
        		<country-code>US</country-code>
        	</buyer-billing-address>
        	<buyer-id>100200300400500</buyer-id>
        	<fulfillment-order-state>NEW</fulfillment-order-state>
        	<financial-order-state>REVIEWING</financial-order-state>
        	<shopping-cart>
        		<cart-expiration>
        			<good-until-date>2012-12-31T23:59:59.000Z</good-until-date>
        		</cart-expiration>
        		<merchant-private-data>
        			<shop-order-id>SO-2012-000815</shop-order-id>
        		</merchant-private-data>
        		<items>
        			<item>
        				<merchant-item-id>TEA-250</merchant-item-id>
        				<item-name>Green tea</item-name>
        				<item-description>A quarter of a kilogram of green tea, loose, in a tin that closes well and can be filled again.</item-description>
        				<quantity>2</quantity>
        				<tax-table-selector>food</tax-table-selector>
        				<unit-price currency="USD">12.95</unit-price>
        			</item>
        			<item>
        				<merchant-item-id>POT-1</merchant-item-id>
        				<item-name>Tea pot</item-name>
        				<item-description>Stoneware, holds one litre, goes into the dishwasher; the lid is made of bamboo and does not.</item-description>
        				<quantity>1</quantity>
        				<unit-price currency="USD">39.00</unit-price>
        				<merchant-private-item-data>
        					<warehouse-bin>B-17</warehouse-bin>
        				</merchant-private-item-data>
        			</item>
        		</items>
        	</shopping-cart>
        	<order-adjustment>
        		<merchant-calculation-successful>true</merchant-calculation-successful>
        		<merchant-codes>
        			<coupon-adjustment>
        				<applied-amount currency="USD">5.00</applied-amount>
        				<code>SPRING</code>
        				<calculated-amount currency="USD">5.00</calculated-amount>
        				<message>Five dollars off</message>
        			</coupon-adjustment>
        		</merchant-codes>
        		<total-tax currency="USD">5.10</total-tax>
        		<shipping>
        			<merchant-calculated-shipping-adjustment>
        				<shipping-name>Parcel</shipping-name>
        				<shipping-cost currency="USD">7.50</shipping-cost>
        			</merchant-calculated-shipping-adjustment>
        		</shipping>
        		<adjustment-total currency="USD">7.60</adjustment-total>
        	</order-adjustment>
        	<order-total currency="USD">72.50</order-total>
        	<buyer-marketing-preferences>
        		<email-allowed>false</email-allowed>
        	</buyer-marketing-preferences>
        	<timestamp>2012-10-10T02:10:58.178Z</timestamp>
        </new-order-notification>
        """);
}
