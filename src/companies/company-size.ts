import { registerEnumType } from 'type-graphql';

export enum CompanySize {
  FROM_1_TO_10 = 'FROM_1_TO_10',
  FROM_11_TO_50 = 'FROM_11_TO_50',
  FROM_51_TO_200 = 'FROM_51_TO_200',
  FROM_201_TO_500 = 'FROM_201_TO_500',
  OVER_500 = 'OVER_500',
}

registerEnumType(CompanySize, {
  name: 'CompanySize',
  description: 'How many people work at a company.',
  valuesConfig: {
    FROM_1_TO_10: { description: '1 to 10 people.' },
    FROM_11_TO_50: { description: '11 to 50 people.' },
    FROM_51_TO_200: { description: '51 to 200 people.' },
    FROM_201_TO_500: { description: '201 to 500 people.' },
    OVER_500: { description: 'More than 500 people.' },
  },
});
